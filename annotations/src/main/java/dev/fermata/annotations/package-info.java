/** What a program writes to be transformed ({@code @Async}) or warned about ({@code @Blocking}). */
@NullMarked
package dev.fermata.annotations;

import org.jspecify.annotations.NullMarked;
