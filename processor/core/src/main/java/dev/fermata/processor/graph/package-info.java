/**
 * The state graph of a body: blocks, regions and locals, and the passes that simplify it and decide
 * where each local lives.
 */
@NullMarked
package dev.fermata.processor.graph;

import org.jspecify.annotations.NullMarked;
