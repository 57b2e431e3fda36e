package dev.albumen.bootstrap.chaos;

/** Every image has been made ready, and no job is left. */
final class Progress implements Check {

    @Override
    public void look(Evidence evidence, Findings findings) {
        for (Rows.Image image : evidence.imagesOfTheRun()) {
            if (!image.status().equals("ready")) {
                findings.add(Defect.STUCK, image.id(), "it is " + image.status());
            }
        }
        for (Rows.Job job : evidence.rows().jobs()) {
            findings.add(Defect.UNFINISHED_JOBS, job.id(), job.state() + ": " + job.about());
        }
    }
}
