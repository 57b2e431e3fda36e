package dev.albumen.application.notice;

import dev.albumen.domain.notice.Mail;
import java.util.List;

class RecordedMailsTest extends MailerContract {

    private final RecordedMails mails = new RecordedMails();

    @Override
    protected Mailer mailer() {
        return mails;
    }

    @Override
    protected List<Mail> arrived(String address) {
        return mails.all().stream().filter(mail -> mail.to().equals(address)).toList();
    }
}
