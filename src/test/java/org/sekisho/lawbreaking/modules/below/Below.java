package org.sekisho.lawbreaking.modules.below;

/** Is used. */
public class Below {}
