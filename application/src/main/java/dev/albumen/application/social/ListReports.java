package dev.albumen.application.social;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.UserAccess;

/** Lists for moderators what was reported, with the comments' texts, whatever they are about. */
public final class ListReports {

    private final Reports reports;

    public ListReports(Reports reports) {
        this.reports = reports;
    }

    public record Query(Reports.Search search, PageRequest page) {}

    public Page<Reports.Entry> handle(Viewer viewer, Query query) {
        UserAccess.mayActAs(viewer, Role.MODERATOR);
        return reports.list(query.search(), query.page());
    }
}
