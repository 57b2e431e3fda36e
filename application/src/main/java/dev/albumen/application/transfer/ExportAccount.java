package dev.albumen.application.transfer;

import dev.albumen.application.rendition.Archive;
import dev.albumen.application.rendition.ArchivedFile;
import dev.albumen.application.rendition.Archives;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.user.Users;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import java.util.List;

/** Makes an archive of all that the viewer's account holds, of which another account can be made. */
public final class ExportAccount {

    private final Transactions transactions;
    private final Users users;
    private final ExportPlans plans;
    private final Archives archives;

    ExportAccount(Transactions transactions, Users users, ExportPlans plans, Archives archives) {
        this.transactions = transactions;
        this.users = users;
        this.plans = plans;
        this.archives = archives;
    }

    public Archive handle(Viewer viewer) {
        Viewer.Member member = viewer.member();
        return transactions.read(() -> {
            User user = users.find(member.userId()).orElseThrow(Refusal::notFound);
            List<ArchivedFile> files = plans.of(member, user);
            return archives.of("albumen-" + user.username().value(), files);
        });
    }
}
