package org.sekisho.process;

/**
 * Is told of every user operation, within the transaction in which the engine writes it into its log: what a listener writes
 * commits or goes back with it. Each bean of this type is told.
 */
@FunctionalInterface
public interface UserOperationListener {

    void done(UserOperation operation);
}
