package dev.checklist.local;

/** Takes the output of a program for granted only if the program says that it did well. */
final class Printed {
    private Printed() {}

    /**
     * Returns all that a program printed.
     *
     * @param orErrors whether what it wrote of errors counts where it printed nothing else, as java -version does
     */
    static String by(Ended ended, boolean orErrors) throws Obstacle {
        if (!ended.isSuccess()) {
            String complaint = Shown.firstLine(ended.complaint());
            throw Obstacle.unseen(ended.words() + (complaint.isEmpty() ? "" : ": " + complaint));
        }
        if (ended.left() > 0) {
            throw Obstacle.unseen("it left " + ended.left() + " processes behind, which may have had more to say");
        }
        String output = ended.out().text("it");
        return output.isBlank() && orErrors ? ended.err().text("it") : output;
    }
}
