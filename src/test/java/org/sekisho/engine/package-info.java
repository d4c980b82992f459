/** Plays processes in tests: the kit for the process tests of every module, and the tests of the engine's own side. */
@NullMarked
package org.sekisho.engine;

import org.jspecify.annotations.NullMarked;
