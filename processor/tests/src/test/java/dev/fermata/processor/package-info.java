/** Tests of what the processor keeps to itself. */
package dev.fermata.processor;
