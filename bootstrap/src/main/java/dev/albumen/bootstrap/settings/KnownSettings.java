package dev.albumen.bootstrap.settings;

import static dev.albumen.bootstrap.settings.Setting.number;
import static dev.albumen.bootstrap.settings.Setting.oneOf;
import static dev.albumen.bootstrap.settings.Setting.secret;
import static dev.albumen.bootstrap.settings.Setting.text;

import dev.albumen.application.shared.NodeRole;
import dev.albumen.domain.image.Watermark;
import dev.albumen.oidc.user.OidcProvider;
import java.util.List;

/** The catalogue of every setting there is. */
public final class KnownSettings {

    public static final Setting HOME = text("albumen.home", "~/.albumen",
            "The folder that holds the database, the pictures, the instance's key and work in progress.");
    public static final Setting HOST =
            text("albumen.host", "127.0.0.1", "The address to listen on; 0.0.0.0 for every network.");
    public static final Setting PORT = number("albumen.port", 8080, 0, 65535, "The port to listen on; 0 for any free one.");
    public static final Setting ROLES = text("albumen.roles", NodeRole.ALL,
                    "What this node does of what the instance does: answers clients, does jobs, does what recurs.")
            .as("any mix of web, worker and scheduler, parted by commas", Forms::isRoles);
    public static final Setting STOP_WAIT = text("albumen.stop.wait", "0s",
                    "How long this node goes on as before once it is told to stop and says that it is not ready, so that proxies "
                            + "notice.")
            .as("a duration such as 0s, 500ms or 10s", value -> value.matches("(0|[1-9][0-9]{0,4})(ms|s|m)"));
    public static final Setting STOP_FINISH = text("albumen.stop.finish", "20s",
                    "How long requests and jobs that are under way may take then until they are broken off.")
            .as("a duration such as 500ms, 20s or 1m", value -> value.matches("[1-9][0-9]{0,4}(ms|s|m)"));
    public static final Setting PUBLIC_URL = text("albumen.public-url", "",
                    "Where people reach the service, for links that are handed out. Without it, the address listened on.")
            .as("an http or https address without a path", Forms::isOrigin);
    public static final Setting DATABASE_URL = text("albumen.database.url", "",
                    "An existing PostgreSQL 18, as jdbc:postgresql://host:5432/name. Without it, Albumen runs its own.")
            .as("an address that starts with jdbc:postgresql:", value -> value.startsWith("jdbc:postgresql:"));
    public static final Setting DATABASE_USER =
            text("albumen.database.user", "albumen", "The user for the existing PostgreSQL.");
    public static final Setting DATABASE_PASSWORD =
            secret("albumen.database.password", "The password for the existing PostgreSQL.");
    public static final Setting DATABASE_POOL_SIZE =
            number("albumen.database.pool-size", 12, 2, 200, "How many connections to the database are open at most.");
    public static final Setting DATABASE_STATEMENT_TIMEOUT = text("albumen.database.statement-timeout", "2m",
                    "How long the database may work on one statement. Changes of the schema at a start have no limit.")
            .as("a duration such as 500ms, 30s or 2m", value -> value.matches("[1-9][0-9]{0,4}(ms|s|m)"));
    public static final Setting DATABASE_LOCK_TIMEOUT = text("albumen.database.lock-timeout", "30s",
                    "How long a statement waits for what another one holds.")
            .as("a duration such as 500ms, 30s or 2m", value -> value.matches("[1-9][0-9]{0,4}(ms|s|m)"));
    public static final Setting STORAGE =
            oneOf("albumen.storage", "Where pictures are kept: in the home, or in an S3-compatible store.", "disk", "s3");
    public static final Setting STORAGE_FALLBACK = oneOf("albumen.storage.fallback",
            "Where pictures are looked for too that are not there; also names the home as a place to move pictures to.",
            "none", "disk", "s3");
    public static final Setting S3_BUCKET = text("albumen.s3.bucket", "", "The bucket, which exists already.");
    public static final Setting S3_REGION = text("albumen.s3.region", "us-east-1", "The region of the bucket.");
    public static final Setting S3_ENDPOINT = text("albumen.s3.endpoint", "",
                    "Where the store is, for stores other than Amazon's, such as https://s3.example.org.")
            .as("an http or https address without a path", Forms::isOrigin);
    public static final Setting S3_PATH_STYLE = oneOf("albumen.s3.path-style",
            "Whether the bucket is named in the path instead of the host; most stores other than Amazon's want that.",
            "false", "true");
    public static final Setting S3_CHECKSUM_MODE = oneOf("albumen.s3.checksum-mode",
            "Whether transfers carry S3's newer checksums; when-required suits stores that refuse them.",
            "when-supported", "when-required");
    public static final Setting S3_ACCESS_KEY_ID = text("albumen.s3.access-key-id", "",
            "The access key, with the secret one. Without both, the usual places of the AWS SDK are searched.");
    public static final Setting S3_SECRET_ACCESS_KEY =
            secret("albumen.s3.secret-access-key", "The secret of the access key.");
    public static final Setting S3_PREFIX =
            text("albumen.s3.prefix", "", "Goes before every object's name, so that a bucket can be shared.");
    public static final Setting S3_DELIVERY = oneOf("albumen.s3.delivery",
            "Who sends whole originals: Albumen itself, or the store, at a signed address that clients are redirected to.",
            "proxy", "redirect");
    public static final Setting S3_REDIRECT_SECONDS = number("albumen.s3.redirect-seconds", 60, 1, 300,
            "How long such an address lasts, also where the right to the picture ends meanwhile.");
    public static final Setting S3_PUBLIC_ENDPOINT = text("albumen.s3.public-endpoint", "",
                    "Where clients reach the store. Without it, at its endpoint.")
            .as("an http or https address without a path", Forms::isOrigin);
    public static final Setting S3_DIRECT_UPLOADS = oneOf("albumen.s3.direct-uploads",
            "Whether clients send direct uploads to the store themselves, which they must be able to reach; else to Albumen.",
            "true", "false");
    public static final Setting S3_EVENTS = oneOf("albumen.s3.events",
            "Whether the bucket tells the queue of new objects, so that direct uploads are completed whose clients do not come back.",
            "false", "true");
    public static final Setting S3_EVENTS_PATIENCE = text("albumen.s3.events-patience", "2m",
                    "How long a client has for that from the arrival of its file.")
            .as("a duration such as 1s, 30s or 10m", value -> value.matches("[1-9][0-9]{0,3}(s|m)"));
    public static final Setting S3_ENCRYPTION = oneOf("albumen.s3.encryption",
            "What the store encrypts objects with: as the bucket is set up, a key of the store's, or one of its key service.",
            "default", "aes256", "kms");
    public static final Setting S3_KMS_KEY = text("albumen.s3.kms-key", "",
            "With kms, the key's id or ARN. Without it, the account's own key for S3.");
    public static final Setting S3_STORAGE_CLASS = oneOf("albumen.s3.storage-class",
            "The class that originals are kept in; what is made of them is always in the usual one.",
            "standard", "intelligent-tiering", "standard-ia", "onezone-ia", "glacier-ir");
    public static final Setting S3_ATTEMPTS = number("albumen.s3.attempts", 3, 1, 10,
            "How often a request to the store is made at most until it comes through.");
    public static final Setting S3_ATTEMPT_TIMEOUT = text("albumen.s3.attempt-timeout", "10s",
                    "How long the store may take until an answer begins; uploads, and files that jobs fetch, get more by their size: a "
                            + "second for each 256 KiB.")
            .as("a duration such as 30s, 10m or 6h", Forms::isLongDuration);
    public static final Setting S3_CALL_TIMEOUT = text("albumen.s3.call-timeout", "30s",
                    "How long all attempts may take together, with the pauses between.")
            .as("a duration such as 30s, 10m or 6h", Forms::isLongDuration);
    public static final Setting IMAGING = oneOf("albumen.imaging",
            "What makes the smaller pictures: libvips, or pure Java; auto takes the first that works here.",
            "auto", "vips", "imgscalr");
    public static final Setting IMAGING_VIPS_LIBRARY = text("albumen.imaging.vips-library", "",
            "The libvips to use: a file, or a name that the system finds. Without it, the one that comes with Albumen, "
                    + "then the system's.");
    public static final Setting IMAGING_WORKERS = number("albumen.imaging.workers", 0, 0, 100,
            "How many processes make pictures, each one at a time; 0 for one per processor.");
    public static final Setting IMAGING_TIME_LIMIT = text("albumen.imaging.time-limit", "30s",
                    "How long a picture may take before it is given up; up to four times that while the machine is too busy.")
            .as("a duration such as 30s, 10m or 6h", Forms::isLongDuration);
    public static final Setting IMAGING_MEMORY_MIB = number("albumen.imaging.memory-mib", 1024, 192, 65536,
            "How many MiB of memory a process that makes pictures may take before its picture is given up.");
    public static final Setting IMAGING_MAX_MEGAPIXELS = number("albumen.imaging.max-megapixels", 200, 1, 1000,
            "How many million pixels a picture may have, or a frame of a moving picture or of a video.");
    public static final Setting IMAGING_MAX_MOVING_MEGAPIXELS = number("albumen.imaging.max-moving-megapixels", 500, 1, 10_000,
            "How many million pixels all frames of a moving picture may have together.");
    public static final Setting IMAGING_MAX_MOVING_EDGE = number("albumen.imaging.max-moving-edge", 16_384, 256, 65_535,
            "How many pixels a moving picture may be wide or high.");
    public static final Setting IMAGING_FFMPEG = text("albumen.imaging.ffmpeg", "",
                    "The ffmpeg that takes frames out of videos; none does without. Without it, the first one on the PATH.")
            .as("the full path of a program, or none", Forms::isProgramOrNone);
    public static final Setting PLACES = oneOf("albumen.places",
            "Whether pictures that say where they were taken get the name of the nearest city, from names that come with Albumen.",
            "on", "off");
    public static final Setting WATERMARK_TEXT = text("albumen.watermark.text", "",
                    "What is burnt into pictures that are shown with a watermark. Without it, the name of their owner.")
            .as("a line of 1 to 64 characters", Watermark::isText);
    public static final Setting WATERMARK_LOGO = text("albumen.watermark.logo", "",
                    "The picture that is burnt in instead of a text. Without it, the text.")
            .as("the full path of a PNG file of at most 1 MiB and 4 megapixels", Forms::isLogo);
    public static final Setting WATERMARK_POSITION = oneOf("albumen.watermark.position", "Where the watermark stands.",
            "bottom-right", "bottom", "bottom-left", "left", "center", "right", "top-left", "top", "top-right");
    public static final Setting WATERMARK_OPACITY = text("albumen.watermark.opacity", "0.5",
                    "How much the watermark covers what is below it; 1 for all of it.")
            .as("a number from 0.05 to 1", Forms::isOpacity);
    public static final Setting WATERMARK_TILED = oneOf("albumen.watermark.tiled",
            "Whether the watermark is repeated all over the picture, whatever its position.", "false", "true");
    public static final Setting LABELS = oneOf("albumen.labels",
            "What labels pictures: Albumen itself, by colours, light and metadata alone, or Amazon Rekognition, which costs money.",
            "offline", "rekognition");
    public static final Setting LABELS_AFTER_UPLOAD = oneOf("albumen.labels.after-upload",
            "Whether a picture is labelled as soon as it is ready; else when somebody asks for it.", "true", "false");
    public static final Setting LABELS_THRESHOLD_PERCENT = number("albumen.labels.threshold-percent", 55, 0, 100,
            "How sure a labeler has to be for its label to be suggested.");
    public static final Setting LABELS_MOST = number("albumen.labels.most", 30, 1, 100,
            "How many labels are suggested for one picture at most, the surest ones.");
    public static final Setting LABELS_CALLS_PER_DAY = number("albumen.labels.calls-per-day", 5000, 0, 1_000_000_000,
            "How many calls that cost something are made at most in a day (UTC). What comes after waits for the next one.");
    public static final Setting LABELS_CALLS_PER_DAY_AND_USER =
            number("albumen.labels.calls-per-day-and-user", 1000, 0, 1_000_000_000, "The same for the pictures of one user.");
    public static final Setting LABELS_DOLLARS_PER_THOUSAND = text("albumen.labels.dollars-per-thousand", "1.00",
                    "What a thousand such calls cost in US dollars, for estimates.")
            .as("an amount such as 0.80", value -> value.matches("[0-9]{1,6}(\\.[0-9]{1,6})?"));
    public static final Setting REKOGNITION_REGION =
            text("albumen.rekognition.region", "us-east-1", "The region whose Rekognition is asked.");
    public static final Setting REKOGNITION_ENDPOINT = text("albumen.rekognition.endpoint", "",
                    "Where Rekognition is, for another one than the region's. Credentials are those that the AWS SDK finds.")
            .as("an http or https address without a path", Forms::isOrigin);
    public static final Setting REKOGNITION_REFERENCES = oneOf("albumen.rekognition.references",
            "Whether it is told where in S3 an original lies, instead of being sent a smaller picture; auto for originals in "
                    + "Amazon's S3 in the same region.",
            "auto", "always", "never");
    public static final Setting REKOGNITION_MODERATION = oneOf("albumen.rekognition.moderation",
            "Whether it is also asked what moderators should look at, which is a second call for each picture.", "true", "false");
    public static final Setting REGISTRATION = oneOf("albumen.registration",
            "Who may make an account: everybody, holders of an invite code, nobody.", "open", "invite", "closed");
    public static final Setting PASSWORDS = oneOf("albumen.passwords",
            "Who signs in with a password of this instance: everybody, superadmins alone, nobody. Providers are not touched by that.",
            "on", "superadmins", "off");
    public static final Setting OIDC_ISSUER = text("albumen.oidc.NAME.issuer", "",
                    "A provider that people sign in by (OpenID Connect), as its tokens name it. NAME is any name, one for each provider.")
            .as("an https address; http on this machine alone", OidcProvider::isIssuer);
    public static final Setting OIDC_CLIENT_ID = text("albumen.oidc.NAME.client-id", "", "What this instance is to the provider.");
    public static final Setting OIDC_CLIENT_SECRET =
            secret("albumen.oidc.NAME.client-secret", "Its secret, where the provider gave one.");
    public static final Setting OIDC_TITLE =
            text("albumen.oidc.NAME.title", "", "How people read the provider's name. Without it, NAME.")
                    .as("a line of 1 to 64 characters", value -> value.matches("[^\\p{Cntrl}]{1,64}"));
    public static final Setting OIDC_KIND = oneOf("albumen.oidc.NAME.kind",
            "cognito for Amazon Cognito, whose tokens say their use and name a client instead of an audience.", "oidc", "cognito");
    public static final Setting OIDC_SCOPES = text("albumen.oidc.NAME.scopes", "openid,email,profile",
                    "What the provider is asked for, parted by commas.")
            .as("scopes parted by commas, openid among them", Forms::areScopes);
    public static final Setting OIDC_AUDIENCES = text("albumen.oidc.NAME.audiences", "",
            "For whom the provider's access tokens may be that the API takes, parted by commas; none takes no such tokens. "
                    + "Without it, the client id. ID tokens are not taken.");
    public static final Setting OIDC_ACCOUNTS = oneOf("albumen.oidc.NAME.accounts",
            "Whether people without an account get one: where everybody may register, always, never.",
            "registration", "always", "never");
    public static final Setting OIDC_EMAIL_LINKING = oneOf("albumen.oidc.NAME.email-linking",
            "Whether people get the account that has the address which the provider verified. Password, sessions and identities of "
                    + "whoever had it before end then.",
            "never", "verified");
    public static final Setting OIDC_ROLE_CLAIM = text("albumen.oidc.NAME.role-claim", "groups",
            "The claim that roles are made of; names parted by dots where it is nested.");
    public static final Setting OIDC_ROLES = text("albumen.oidc.NAME.roles", "",
                    "Which values of it stand for which role, such as photo-admins=admin. Everybody else is a user then. "
                            + "Without it, the provider has no say in roles.")
            .as("value=role parted by commas, the role one of user, moderator, admin", Forms.eachOf(Forms::isRoleOfValue));
    public static final Setting OIDC_GROUP_CLAIM =
            text("albumen.oidc.NAME.group-claim", "groups", "The claim that groups are made of.");
    public static final Setting OIDC_GROUPS = text("albumen.oidc.NAME.groups", "",
                    "Which values of it stand for which groups of users; who has no such value is taken out of the group.")
            .as("value=id of a group, parted by commas", Forms.eachOf(Forms::isGroupOfValue));

    /** Those that each provider of identities has. */
    public static final List<Setting> OIDC = List.of(
            OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_TITLE, OIDC_KIND, OIDC_SCOPES, OIDC_AUDIENCES, OIDC_ACCOUNTS,
            OIDC_EMAIL_LINKING, OIDC_ROLE_CLAIM, OIDC_ROLES, OIDC_GROUP_CLAIM, OIDC_GROUPS);

    public static final Setting DEFAULT_QUOTA_BYTES = text("albumen.default-quota-bytes", "",
                    "How many bytes a new account may store. Without it, no limit.")
            .as("a number of bytes", value -> value.matches("[0-9]{1,18}"));
    public static final Setting UPLOADS_MAX_MIB = number("albumen.uploads.max-mib", 2048, 1, 2048,
            "How many MiB a file may have that is announced and then sent by itself.");
    public static final Setting UPLOADS_EXPIRY = text("albumen.uploads.expiry", "1h",
                    "How long a file may take from its announcement to its completion.")
            .as("a duration from 10s to 168h", Forms::isUploadExpiry);
    public static final Setting IMPORTS_MAX_ENTRIES = number("albumen.imports.max-entries", 10_000, 1, 1_000_000,
            "How many files an archive may hold that is imported.");
    public static final Setting IMPORTS_MAX_GIB = number("albumen.imports.max-gib", 10, 1, 100,
            "How many GiB an archive may have that is imported, and all that is in it, unpacked.");
    public static final Setting IMPORTS_MAX_RATIO = number("albumen.imports.max-ratio", 200, 2, 100_000,
            "How many times as large as packed a file of more than a MiB may be in an archive that is imported.");
    public static final Setting ADMIN_PASSWORD = secret("albumen.admin-password",
                    "The password of the superadmin \"admin\" on the first start. Without it, one is made and printed.")
            .as("12 to 128 characters", value -> value.length() >= 12 && value.length() <= 128);
    public static final Setting SECRET_KEY = secret("albumen.secret-key",
                    "The key for signatures and for stored secrets, the same on every node. Without it, a file in the home.")
            .as("32 bytes in base64", Forms::isKey);
    public static final Setting CORS_ORIGINS = text("albumen.cors-origins", "",
                    "Web origins whose pages may call the API, parted by commas. Without it, none.")
            .as("origins such as https://photos.example.org, parted by commas", Forms.eachOf(Forms::isOrigin));
    public static final Setting TRUSTED_PROXIES = text("albumen.trusted-proxies", "",
                    "Proxies whose X-Forwarded-For says whence a request comes, parted by commas. Without it, none.")
            .as("addresses or networks such as 10.0.0.0/8, parted by commas", Forms.eachOf(Forms::isNetwork));
    public static final Setting MAIL_HOST = text("albumen.mail.host", "",
            "The SMTP server that takes mails, such as smtp.example.org. Without it, this node sends none.")
            .as("a name or an address", value -> value.matches("[0-9A-Za-z.:_-]+"));
    public static final Setting MAIL_PORT = number("albumen.mail.port", 587, 1, 65535, "The server's port.");
    public static final Setting MAIL_TLS = oneOf("albumen.mail.tls",
            "How the connection to it is encrypted: after its beginning, from the first byte, or not at all.", "starttls", "tls", "none");
    public static final Setting MAIL_USER =
            text("albumen.mail.user", "", "The name to sign in with. Without it, nobody signs in.");
    public static final Setting MAIL_PASSWORD = secret("albumen.mail.password", "The password to sign in with.");
    public static final Setting MAIL_FROM = text("albumen.mail.from", "",
                    "The address that mails come from, such as albumen@example.org. Sending mails needs one.")
            .as("an e-mail address", value -> value.matches("[^\\s@<>,;:\"]+@[^\\s@<>,;:\"]+"));
    public static final Setting MAIL_EVERY = text("albumen.mail.every", "30s", "How often mails that wait are sent.")
            .as("a duration such as 30s, 10m or 6h", Forms::isLongDuration);
    public static final Setting MAIL_TIMEOUT = number("albumen.mail.timeout-seconds", 20, 1, 60,
            "Seconds in which the server must have taken a mail; else it is tried again later.");
    public static final Setting JOBS_CONCURRENCY = number("albumen.jobs.concurrency", 0, 0, 100,
            "How many jobs, such as making smaller pictures, this node does at once; 0 for one per processor.");
    public static final Setting JOBS_FIRST_PAUSE = text("albumen.jobs.first-pause", "1s",
                    "How long a failed job waits for its second try; each further pause is four times as long.")
            .as("a duration such as 500ms, 1s or 2m", value -> value.matches("[1-9][0-9]{0,5}(ms|s|m)"));
    public static final Setting JOBS_POLL = text("albumen.jobs.poll", "1s",
                    "How often this node looks for jobs that nobody told it of.")
            .as("a duration such as 500ms, 1s or 2m", value -> value.matches("[1-9][0-9]{0,5}(ms|s|m)"));
    public static final Setting JOBS_WAKEUP = oneOf("albumen.jobs.wakeup",
            "How nodes tell each other of jobs: by the database, or by a queue in SQS.", "postgres", "sqs");
    public static final Setting SQS_QUEUE_URL = text("albumen.sqs.queue-url", "",
                    "The queue, which exists already and is this instance's own.")
            .as("an http or https address", Forms::isAddress);
    public static final Setting SQS_REGION = text("albumen.sqs.region", "us-east-1", "The region of the queue.");
    public static final Setting SQS_ENDPOINT = text("albumen.sqs.endpoint", "",
                    "Where SQS is, for another one than the region's. Credentials are those that the AWS SDK finds.")
            .as("an http or https address without a path", Forms::isOrigin);
    public static final Setting SWEEP_EVERY = text("albumen.sweep.every", "6h",
                    "How often files that no image has are looked for and removed.")
            .as("a duration such as 30s, 10m or 6h", Forms::isLongDuration);
    public static final Setting SWEEP_GRACE = text("albumen.sweep.grace", "24h",
                    "How long a file may be there before its image; longer than any upload takes.")
            .as("a duration such as 30s, 10m or 6h", Forms::isLongDuration);
    public static final Setting LOAD_READS = number("albumen.load.reads", 32, 1, 10_000,
            "How many requests for lists and single things this node works on at once.");
    public static final Setting LOAD_PICTURES = number("albumen.load.pictures", 64, 1, 10_000,
            "How many requests for pictures.");
    public static final Setting LOAD_WRITES = number("albumen.load.writes", 32, 1, 10_000,
            "How many requests that change something.");
    public static final Setting LOAD_UPLOADS = number("albumen.load.uploads", 256, 1, 10_000,
            "How many uploads; slow clients count as long as they send.");
    public static final Setting LOAD_ARCHIVES = number("albumen.load.archives", 32, 1, 10_000,
            "How many archives, until their last bytes.");
    public static final Setting LOAD_WAITING = number("albumen.load.waiting", 4, 0, 100,
            "How many more requests of each kind wait, for each that is worked on. The others are answered with 503.");
    public static final Setting LOAD_LONGEST_WAIT = text("albumen.load.longest-wait", "10s",
                    "How long such a request waits before it is answered with 503.")
            .as("a duration such as 500ms, 10s or 1m", value -> value.matches("[1-9][0-9]{0,3}(ms|s|m)"));
    public static final Setting LOG_FORMAT =
            oneOf("albumen.log-format", "How the log is written: for people, or one JSON object per line.", "text", "json");

    /** All of them, in the order in which they are documented. */
    public static final List<Setting> ALL = List.of(
            HOME, HOST, PORT, ROLES, STOP_WAIT, STOP_FINISH, PUBLIC_URL,
            DATABASE_URL, DATABASE_USER, DATABASE_PASSWORD, DATABASE_POOL_SIZE, DATABASE_STATEMENT_TIMEOUT, DATABASE_LOCK_TIMEOUT,
            STORAGE, STORAGE_FALLBACK, S3_BUCKET, S3_REGION, S3_ENDPOINT, S3_PATH_STYLE, S3_CHECKSUM_MODE, S3_ACCESS_KEY_ID,
            S3_SECRET_ACCESS_KEY, S3_PREFIX, S3_DELIVERY, S3_REDIRECT_SECONDS, S3_PUBLIC_ENDPOINT, S3_DIRECT_UPLOADS, S3_EVENTS,
            S3_EVENTS_PATIENCE,
            S3_ENCRYPTION, S3_KMS_KEY, S3_STORAGE_CLASS, S3_ATTEMPTS, S3_ATTEMPT_TIMEOUT, S3_CALL_TIMEOUT,
            IMAGING, IMAGING_VIPS_LIBRARY, IMAGING_WORKERS, IMAGING_TIME_LIMIT, IMAGING_MEMORY_MIB,
            IMAGING_MAX_MEGAPIXELS, IMAGING_MAX_MOVING_MEGAPIXELS, IMAGING_MAX_MOVING_EDGE, IMAGING_FFMPEG, PLACES,
            WATERMARK_TEXT, WATERMARK_LOGO, WATERMARK_POSITION, WATERMARK_OPACITY, WATERMARK_TILED,
            LABELS, LABELS_AFTER_UPLOAD, LABELS_THRESHOLD_PERCENT, LABELS_MOST, LABELS_CALLS_PER_DAY,
            LABELS_CALLS_PER_DAY_AND_USER, LABELS_DOLLARS_PER_THOUSAND, REKOGNITION_REGION, REKOGNITION_ENDPOINT,
            REKOGNITION_REFERENCES, REKOGNITION_MODERATION,
            REGISTRATION, PASSWORDS,
            OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_TITLE, OIDC_KIND, OIDC_SCOPES, OIDC_AUDIENCES, OIDC_ACCOUNTS,
            OIDC_EMAIL_LINKING, OIDC_ROLE_CLAIM, OIDC_ROLES, OIDC_GROUP_CLAIM, OIDC_GROUPS,
            DEFAULT_QUOTA_BYTES, UPLOADS_MAX_MIB, UPLOADS_EXPIRY, IMPORTS_MAX_ENTRIES, IMPORTS_MAX_GIB, IMPORTS_MAX_RATIO,
            ADMIN_PASSWORD, SECRET_KEY, CORS_ORIGINS, TRUSTED_PROXIES,
            MAIL_HOST, MAIL_PORT, MAIL_TLS, MAIL_USER, MAIL_PASSWORD, MAIL_FROM, MAIL_EVERY, MAIL_TIMEOUT,
            JOBS_CONCURRENCY, JOBS_FIRST_PAUSE, JOBS_POLL, JOBS_WAKEUP, SQS_QUEUE_URL, SQS_REGION, SQS_ENDPOINT, SWEEP_EVERY, SWEEP_GRACE,
            LOAD_READS, LOAD_PICTURES, LOAD_WRITES, LOAD_UPLOADS, LOAD_ARCHIVES, LOAD_WAITING, LOAD_LONGEST_WAIT, LOG_FORMAT);

    private KnownSettings() {}
}
