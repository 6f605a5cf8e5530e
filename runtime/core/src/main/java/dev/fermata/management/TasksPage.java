package dev.fermata.management;

import java.net.URI;

/** A page that shows the tasks of all loops to browsers on this machine. */
public interface TasksPage extends AutoCloseable {
  /** Returns where it is. */
  URI address();

  /** Shows it no more. */
  @Override
  void close();
}
