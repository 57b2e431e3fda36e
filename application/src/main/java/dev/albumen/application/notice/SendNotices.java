package dev.albumen.application.notice;

import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.notice.Mailer.RefusedMailException;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.notice.Mail;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due, one after the other. Where the server does not answer, the rest waits for the next time, so that one
 * that hangs holds one thread for one mail.
 */
public final class SendNotices {

    private static final Logger LOG = LoggerFactory.getLogger(SendNotices.class);
    private static final int MOST = 500;

    private final Transactions transactions;
    private final Notices notices;
    private final Mailer mailer;
    private final NoticeTexts texts;
    private final Jobs jobs;
    private final InstantSource clock;

    public SendNotices(
            Transactions transactions, Notices notices, Mailer mailer, NoticeTexts texts, Jobs jobs, InstantSource clock) {
        this.transactions = transactions;
        this.notices = notices;
        this.mailer = mailer;
        this.texts = texts;
        this.jobs = jobs;
        this.clock = clock;
    }

    private enum Outcome { SENT, NOT_SENT, NO_SERVER }

    /** How many mails were sent. */
    public int handle(Viewer viewer) {
        int sent = 0;
        for (int taken = 0; taken < MOST && mailer.on() && !Thread.currentThread().isInterrupted(); taken++) {
            Optional<Notice> due = transactions.write(() -> notices.take(clock.instant()));
            Outcome outcome = due.map(this::settled).orElse(Outcome.NO_SERVER);
            if (outcome == Outcome.NO_SERVER) {
                return sent;
            }
            sent += outcome == Outcome.SENT ? 1 : 0;
        }
        return sent;
    }

    private Outcome settled(Notice notice) {
        if (notice.tries() > Notices.TRIES) {
            giveUp(notice, "The node that sent it went away.");
            return Outcome.NOT_SENT;
        }
        if (!notice.wanted()) {
            transactions.writing(() -> notices.done(notice.id()));
            return Outcome.NOT_SENT;
        }
        Mail mail;
        try {
            mail = texts.of(notice);
        } catch (IllegalArgumentException e) {
            giveUp(notice, "There is no such address.");
            return Outcome.NOT_SENT;
        }
        return sent(notice, mail);
    }

    private Outcome sent(Notice notice, Mail mail) {
        try {
            mailer.send(mail);
        } catch (RefusedMailException e) {
            failed(notice, e, e.forGood());
            return Outcome.NOT_SENT;
        } catch (DependencyException e) {
            failed(notice, e, false);
            return Outcome.NO_SERVER;
        }
        transactions.writing(() -> notices.done(notice.id()));
        return Outcome.SENT;
    }

    private void failed(Notice notice, Exception failure, boolean forGood) {
        if (forGood || notice.tries() >= Notices.TRIES) {
            giveUp(notice, String.valueOf(failure.getMessage()));
        } else {
            LOG.info("the mail of {} waits for its next try: {}", notice, failure.getMessage());
        }
    }

    private void giveUp(Notice notice, String cause) {
        LOG.warn("the mail of {} is given up: {}", notice, cause);
        Instant now = clock.instant();
        transactions.writing(() -> {
            notices.layAside(notice.id(), now);
            jobs.bury(new Job.SendMail(notice.id()), Math.min(notice.tries(), Notices.TRIES), cause, now);
        });
    }
}
