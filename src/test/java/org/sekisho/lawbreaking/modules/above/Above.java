package org.sekisho.lawbreaking.modules.above;

import org.sekisho.lawbreaking.modules.below.Below;

/** Uses a module that it does not declare. */
public class Above {

    Below below = new Below();
}
