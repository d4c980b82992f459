/** Classes that break the laws of the layout on purpose; nothing uses them. */
package org.sekisho.lawbreaking;
