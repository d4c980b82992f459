package org.sekisho.lawbreaking.util.deep.deeper;

/** Lives too deep, and in a dumping ground. */
class Deep {}
