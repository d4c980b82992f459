package org.sekisho.evidence;

/** A photo was not taken. Nothing of it was kept. */
public final class PhotoRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final PhotoProblem problem;

    PhotoRefused(PhotoProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    public PhotoProblem problem() {
        return problem;
    }
}
