package dev.albumen.bootstrap.wiring;

import dev.albumen.application.album.CompleteArrivedUpload;
import dev.albumen.application.album.ExpireUploads;
import dev.albumen.application.album.FillAlbums;
import dev.albumen.application.image.PlaceImages;
import dev.albumen.application.image.PurgeExpiredTrash;
import dev.albumen.application.image.ReconcileStorage;
import dev.albumen.application.integrity.VerifyStorage;
import dev.albumen.application.job.Job;
import dev.albumen.application.job.JobHandler;
import dev.albumen.application.job.Lease;
import dev.albumen.application.job.RecurringJob;
import dev.albumen.application.label.GiveUpLabeling;
import dev.albumen.application.label.GiveUpLabels;
import dev.albumen.application.label.LabelImage;
import dev.albumen.application.label.LabelLibrary;
import dev.albumen.application.label.ResumeLabeling;
import dev.albumen.application.moving.MoveStorage;
import dev.albumen.application.moving.ResumeStorageMove;
import dev.albumen.application.notice.ResumeNotice;
import dev.albumen.application.rendition.GiveUpImage;
import dev.albumen.application.rendition.ProcessImage;
import dev.albumen.application.rendition.RerenderImage;
import dev.albumen.application.rendition.RestoreRenditions;
import dev.albumen.application.rendition.ReviveImage;
import dev.albumen.application.storage.SweepBlobs;
import dev.albumen.application.transfer.ExpireImports;
import dev.albumen.application.transfer.GiveUpImport;
import dev.albumen.application.transfer.RunImport;
import dev.albumen.application.user.PurgeClosedAccounts;
import dev.albumen.domain.shared.Viewer;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Which use case does which job. */
@Factory
final class BackgroundWork {

    @Singleton
    JobHandler jobHandler(
            BeanProvider<ProcessImage> processImage, BeanProvider<RerenderImage> rerenderImage,
            BeanProvider<GiveUpImage> giveUpImage, BeanProvider<ReviveImage> reviveImage,
            BeanProvider<RestoreRenditions> restoreRenditions, BeanProvider<VerifyStorage> verifyStorage,
            BeanProvider<MoveStorage> moveStorage, BeanProvider<CompleteArrivedUpload> completeUpload,
            BeanProvider<LabelImage> labelImage, BeanProvider<GiveUpLabels> giveUpLabels,
            BeanProvider<LabelLibrary> labelLibrary, BeanProvider<GiveUpLabeling> giveUpLabeling,
            BeanProvider<RunImport> runImport, BeanProvider<GiveUpImport> giveUpImport, BeanProvider<ResumeNotice> resumeNotice,
            @Property(name = "albumen.sweep.grace") Duration grace) {
        return new JobHandler() {
            @Override
            public void handle(Job job, Lease lease) {
                switch (job) {
                    case Job.ProcessImage(var image) ->
                        processImage.get().handle(Viewer.WORKER, new ProcessImage.Command(image, lease));
                    case Job.RerenderImage(var image) ->
                        rerenderImage.get().handle(Viewer.WORKER, new RerenderImage.Command(image, lease));
                    case Job.RestoreRenditions(var image) ->
                        restoreRenditions.get().handle(Viewer.WORKER, new RestoreRenditions.Command(image, lease));
                    case Job.LabelImage(var image) ->
                        labelImage.get().handle(Viewer.WORKER, new LabelImage.Command(image, lease));
                    case Job.LabelLibrary(var run) ->
                        labelLibrary.get().handle(Viewer.WORKER, new LabelLibrary.Command(run, lease));
                    case Job.ImportArchive(var work) ->
                        runImport.get().handle(Viewer.WORKER, new RunImport.Command(work, lease));
                    case Job.MoveStorage(var move) ->
                        moveStorage.get().handle(Viewer.WORKER, new MoveStorage.Command(move, lease));
                    case Job.VerifyStorage(var check) ->
                        verifyStorage.get().handle(Viewer.WORKER, new VerifyStorage.Command(check, lease, grace));
                    case Job.CompleteUpload(var upload) ->
                        completeUpload.get().handle(Viewer.WORKER, new CompleteArrivedUpload.Command(upload));
                    case Job.SendMail(var notice) ->
                        resumeNotice.get().handle(Viewer.WORKER, new ResumeNotice.Command(notice));
                }
            }

            @Override
            public void givenUp(Job job) {
                switch (job) {
                    case Job.ProcessImage(var image) ->
                        giveUpImage.get().handle(Viewer.WORKER, new GiveUpImage.Command(image));
                    case Job.RerenderImage(var image) -> { } // it is shown with what it has
                    case Job.RestoreRenditions(var image) -> { } // nor does this change what is said of it
                    case Job.LabelImage(var image) ->
                        giveUpLabels.get().handle(Viewer.WORKER, new GiveUpLabels.Command(image));
                    case Job.LabelLibrary(var run) ->
                        giveUpLabeling.get().handle(Viewer.WORKER, new GiveUpLabeling.Command(run));
                    case Job.ImportArchive(var work) ->
                        giveUpImport.get().handle(Viewer.WORKER, new GiveUpImport.Command(work));
                    case Job.MoveStorage(var move) -> { } // it is taken up again by and by
                    case Job.VerifyStorage(var check) -> { } // whoever asks for a check has it go on
                    case Job.CompleteUpload(var upload) -> { } // it ends like every other that nobody completes
                    case Job.SendMail(var notice) -> { } // it stays given up
                }
            }

            @Override
            public void revived(Job job) {
                switch (job) {
                    case Job.ProcessImage(var image) ->
                        reviveImage.get().handle(Viewer.WORKER, new ReviveImage.Command(image));
                    case Job.RerenderImage(var image) -> { } // it never was called failed
                    case Job.RestoreRenditions(var image) -> { }
                    case Job.LabelImage(var image) -> { } // it is called failed until it is labelled
                    case Job.LabelLibrary(var run) -> { } // it has ended; a new one labels the rest
                    case Job.ImportArchive(var work) -> { } // it has ended; its archive may be gone
                    case Job.MoveStorage(var move) -> { }
                    case Job.VerifyStorage(var check) -> { }
                    case Job.CompleteUpload(var upload) -> { }
                    case Job.SendMail(var notice) -> { } // its handling is what has it sent
                }
            }
        };
    }

    @Singleton
    @Named("sweep-blobs")
    RecurringJob sweepBlobs(
            BeanProvider<SweepBlobs> sweep,
            @Property(name = "albumen.sweep.every") Duration every,
            @Property(name = "albumen.sweep.grace") Duration grace) {
        return new RecurringJob("sweep-blobs", every,
                () -> sweep.get().handle(Viewer.WORKER, new SweepBlobs.Command(grace)));
    }

    @Singleton
    @Named("resume-labeling")
    RecurringJob resumeLabeling(BeanProvider<ResumeLabeling> resume) {
        return new RecurringJob("resume-labeling", Duration.ofMinutes(30), () -> resume.get().handle(Viewer.WORKER));
    }

    @Singleton
    @Named("resume-storage-move")
    RecurringJob resumeStorageMove(BeanProvider<ResumeStorageMove> resume) {
        return new RecurringJob("resume-storage-move", Duration.ofSeconds(15), () -> resume.get().handle(Viewer.WORKER));
    }

    @Singleton
    @Named("expire-uploads")
    RecurringJob expireUploads(BeanProvider<ExpireUploads> expire) {
        return new RecurringJob("expire-uploads", Duration.ofMinutes(10), () -> expire.get().handle(Viewer.WORKER));
    }

    @Singleton
    @Named("fill-albums")
    RecurringJob fillAlbums(BeanProvider<FillAlbums> fill) {
        return new RecurringJob("fill-albums", Duration.ofSeconds(3), () -> fill.get().handle(Viewer.WORKER, new FillAlbums.Command()));
    }

    @Singleton
    @Named("place-images")
    RecurringJob placeImages(BeanProvider<PlaceImages> place) {
        return new RecurringJob("place-images", Duration.ofHours(1), () -> place.get().handle(Viewer.WORKER, new PlaceImages.Command()));
    }

    @Singleton
    @Named("expire-imports")
    RecurringJob expireImports(BeanProvider<ExpireImports> expire) {
        return new RecurringJob("expire-imports", Duration.ofMinutes(30), () -> expire.get().handle(Viewer.WORKER));
    }

    @Singleton
    @Named("purge-expired-trash")
    RecurringJob purgeExpiredTrash(BeanProvider<PurgeExpiredTrash> purge) {
        return new RecurringJob("purge-expired-trash", Duration.ofHours(1),
                () -> purge.get().handle(Viewer.WORKER, new PurgeExpiredTrash.Command()));
    }

    @Singleton
    @Named("reconcile-storage")
    RecurringJob reconcileStorage(BeanProvider<ReconcileStorage> reconcile) {
        return new RecurringJob("reconcile-storage", Duration.ofDays(1), () -> reconcile.get().handle(Viewer.WORKER));
    }

    @Singleton
    @Named("purge-closed-accounts")
    RecurringJob purgeClosedAccounts(BeanProvider<PurgeClosedAccounts> purge) {
        return new RecurringJob(
                "purge-closed-accounts", Duration.ofHours(1), () -> purge.get().handle(Viewer.WORKER));
    }
}
