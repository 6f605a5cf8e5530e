/** Views of running programs for tools: a management bean, and an agent for {@code jcmd}. */
@NullMarked
package dev.fermata.management;

import org.jspecify.annotations.NullMarked;
