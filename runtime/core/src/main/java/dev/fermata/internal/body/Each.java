package dev.fermata.internal.body;

import dev.fermata.AsyncIterator;
import dev.fermata.Coroutine;
import dev.fermata.Coroutines;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.Loops;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A walk through something asynchronous.
 *
 * @param <T> the type of the elements
 */
final class Each<T> implements Bodies.Each<T> {
  private final AsyncIterator<? extends T> source;
  private boolean moved;
  private boolean ended;

  Each(AsyncIterator<? extends T> source) {
    this.source = source;
  }

  @Override
  public Iterator<T> iterator() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return move();
      }

      @Override
      public T next() {
        return take();
      }
    };
  }

  private boolean move() {
    if (!moved && !ended) {
      moved = Words.<Boolean>await(source.moveNext());
      ended = !moved;
    }
    return moved;
  }

  private T take() {
    if (!move()) {
      throw new NoSuchElementException("there is no further element");
    }
    moved = false;
    return source.current();
  }

  @Override
  public Coroutine<Void> closeAsync() {
    if (ended) {
      return Coroutines.done();
    }
    ended = true;
    return Loops.leave(source, null);
  }
}
