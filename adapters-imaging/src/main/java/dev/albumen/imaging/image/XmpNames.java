package dev.albumen.imaging.image;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** XMP's namespaces by the prefixes that its specification and the IPTC's give them. */
final class XmpNames {

    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
            Map.entry("http://ns.adobe.com/xap/1.0/", "xmp"),
            Map.entry("http://ns.adobe.com/xap/1.0/rights/", "xmpRights"),
            Map.entry("http://ns.adobe.com/xap/1.0/mm/", "xmpMM"),
            Map.entry("http://ns.adobe.com/xmp/note/", "xmpNote"),
            Map.entry("http://ns.adobe.com/exif/1.0/", "exif"),
            Map.entry("http://cipa.jp/exif/1.0/", "exifEX"),
            Map.entry("http://ns.adobe.com/exif/1.0/aux/", "aux"),
            Map.entry("http://ns.adobe.com/tiff/1.0/", "tiff"),
            Map.entry("http://ns.adobe.com/photoshop/1.0/", "photoshop"),
            Map.entry("http://ns.adobe.com/lightroom/1.0/", "lr"),
            Map.entry("http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", "Iptc4xmpCore"),
            Map.entry("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "Iptc4xmpExt"));

    private XmpNames() {}

    /** A name with its usual prefix, else with the packet's own, which then is none of the usual ones. */
    static String of(@Nullable String namespace, @Nullable String prefix, String name) {
        String usual = namespace == null ? null : PREFIXES.get(namespace);
        if (usual != null) {
            return usual + ":" + name;
        }
        String own = prefix == null || prefix.isEmpty() ? "other" : prefix;
        return (PREFIXES.containsValue(own) ? "other-" + own : own) + ":" + name;
    }
}
