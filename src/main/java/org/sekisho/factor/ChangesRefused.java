package org.sekisho.factor;

import org.sekisho.workbench.Explained;

/** The methods and contacts of the account are frozen: nothing about them changes until the freeze is lifted. */
public final class ChangesRefused extends RuntimeException implements Explained {

    private static final long serialVersionUID = 1L;

    ChangesRefused() {
        super("the methods of the account are frozen");
    }

    @Override
    public String explanation() {
        return "factor.frozen.refused";
    }
}
