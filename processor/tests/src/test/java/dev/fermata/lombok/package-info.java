/** Programs that Lombok works on in the same compilation. */
package dev.fermata.lombok;
