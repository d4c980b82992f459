package org.sekisho.lawbreaking.modules;

import org.springframework.modulith.Modulithic;

/** The root of two modules, one of which uses the other without saying so. */
@Modulithic
public class Broken {}
