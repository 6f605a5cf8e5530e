/**
 * The processor among others: rounds, deferral, inheritance, and what it leaves to javac to say.
 */
package dev.fermata.driver;
