package dev.albumen.application.notice;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.notice.Mail;
import java.util.ArrayList;
import java.util.List;

/** Sends mails nowhere, and remembers them. */
public final class RecordedMails implements Mailer {

    private final List<Mail> mails = new ArrayList<>();
    private boolean off;
    private int failures;
    private int refusals;
    private boolean forGood;

    public List<Mail> all() {
        return List.copyOf(mails);
    }

    public void turnOff() {
        off = true;
    }

    /** The next ones cannot be sent. */
    public void fail(int times) {
        failures = times;
    }

    /** The next ones are refused. */
    public void refuse(int times, boolean forGood) {
        refusals = times;
        this.forGood = forGood;
    }

    @Override
    public boolean on() {
        return !off;
    }

    @Override
    public void send(Mail mail) throws RefusedMailException {
        if (off || failures-- > 0) {
            throw new DependencyException("no server");
        }
        if (refusals-- > 0) {
            throw new RefusedMailException("refused", forGood, new IllegalStateException("refused"));
        }
        mails.add(mail);
    }
}
