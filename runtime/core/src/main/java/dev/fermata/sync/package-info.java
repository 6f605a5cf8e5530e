/**
 * Locks, queues and signals for the tasks of one loop.
 *
 * <p>All are fair: who came first is first served, and a newcomer never overtakes. What one gives
 * up is handed to the next in line directly, so nobody can snatch it before the next one's turn.
 * Nothing is lost when a waiter is cancelled, or its time limit comes, in the very turn in which it
 * was handed something: that goes to the next in line, or back to where it came from.
 *
 * <p>Each of them belongs to the loop in which something first waits for it. In another loop it is
 * an {@link java.lang.IllegalStateException}, unless that first loop is closed and nobody is left
 * in the line. They are for the thread of that loop; other threads go through {@link
 * dev.fermata.EventLoop#execute}. Before anything waits, they may be filled and set anywhere.
 */
@NullMarked
package dev.fermata.sync;

import org.jspecify.annotations.NullMarked;
