package org.sekisho.lawbreaking.modules;

/** The root of two modules, one of which uses the other without saying so. */
public class Broken {}
