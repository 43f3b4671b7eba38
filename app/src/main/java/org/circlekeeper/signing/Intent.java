package org.circlekeeper.signing;

/**
 * That somebody meant to sign (15 USC 7006(5)): what stood on the button they pressed, and their name as they typed it.
 * There is no room for a picture here, nor anywhere else in what is signed (I17).
 */
public record Intent(String button, String typedName) {}
