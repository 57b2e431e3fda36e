package dev.albumen.application.shared;

class InMemoryKeyMarksTest extends KeyMarksContract {

    private final KeyMarks marks = new InMemoryKeyMarks();

    @Override
    protected KeyMarks marks() {
        return marks;
    }
}
