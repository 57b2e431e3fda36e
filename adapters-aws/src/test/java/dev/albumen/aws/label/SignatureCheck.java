package dev.albumen.aws.label;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks Amazon's Signature Version 4 as its documentation says it, on its own. */
final class SignatureCheck {

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})");
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final List<String> MUST = List.of("host", "x-amz-date", "x-amz-target");

    private final String accessKeyId;
    private final String secret;
    private final String region;
    private final String service;

    SignatureCheck(String accessKeyId, String secret, String region, String service) {
        this.accessKeyId = accessKeyId;
        this.secret = secret;
        this.region = region;
        this.service = service;
    }

    /** What is wrong with a request; empty where its signature is good. */
    Optional<String> fault(HttpExchange request, byte[] body) throws GeneralSecurityException {
        String header = Optional.ofNullable(request.getRequestHeaders().getFirst("Authorization")).orElse("");
        Matcher said = AUTHORIZATION.matcher(header);
        if (!said.matches()) {
            return Optional.of("no signature: " + header);
        }
        String time = Optional.ofNullable(request.getRequestHeaders().getFirst("X-Amz-Date")).orElse("");
        List<String> signed = Arrays.asList(said.group(5).split(";"));
        if (!said.group(1).equals(accessKeyId) || !said.group(3).equals(region) || !said.group(4).equals(service)) {
            return Optional.of("another scope: " + header);
        }
        if (!signed.containsAll(MUST) || !time.startsWith(said.group(2)) || isSkewed(time)) {
            return Optional.of("too little is signed, or too late: " + signed + " at " + time);
        }
        String scope = said.group(2) + "/" + region + "/" + service + "/aws4_request";
        String canonical = request.getRequestMethod() + "\n" + request.getRequestURI().getRawPath() + "\n\n"
                + signed.stream().map(name -> name + ":" + value(request, name) + "\n").collect(Collectors.joining())
                + "\n" + said.group(5) + "\n" + hex(sha256(body));
        String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + hex(sha256(canonical.getBytes(UTF_8)));
        byte[] key = ("AWS4" + secret).getBytes(UTF_8);
        for (String part : List.of(said.group(2), region, service, "aws4_request")) {
            key = hmac(key, part);
        }
        return hex(hmac(key, toSign)).equals(said.group(6)) ? Optional.empty() : Optional.of("a wrong signature");
    }

    private static boolean isSkewed(String time) {
        Instant signedAt = LocalDateTime.parse(time, BASIC).toInstant(ZoneOffset.UTC);
        return Duration.between(signedAt, Instant.now()).abs().compareTo(SKEW) > 0;
    }

    private static String value(HttpExchange request, String name) {
        return request.getRequestHeaders().getOrDefault(name, List.of()).stream()
                .map(value -> value.strip().replaceAll(" +", " ")).collect(Collectors.joining(","));
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
