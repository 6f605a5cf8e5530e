package dev.fermata.processor.checks;

import java.util.Optional;

/** Waiting while a monitor is held: it belongs to a thread, which goes on with other tasks. */
final class AwaitInSynchronized implements Rule {
  @Override
  public Optional<String> check(Use use) {
    if (!use.suspends() || !use.place().isTransformed()) {
      return Optional.empty();
    }
    return use.place()
        .monitor()
        .map(
            block ->
                "%s in synchronized %s, which would hold the monitor while it waits; wait before the block, or hold a dev.fermata.sync.AsyncLock instead"
                    .formatted(use.text(), block.getExpression()));
  }
}
