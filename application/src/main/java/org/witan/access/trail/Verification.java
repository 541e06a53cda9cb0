package org.witan.access.trail;

import java.util.Optional;
import org.witan.access.trail.Finding.Kind;

/// Follows a chain from its first seal to its last, one after the other, and names what does not fit. It remembers
/// nothing but the last link, so a trail may be as long as it likes.
///
/// A change that breaks one seal is said once: the next may follow from what the broken one says of
/// itself, or from what it should say.
final class Verification {
    private final Codes codes;
    private final Findings findings;
    private final Link links = new Link();

    private long position;
    private String link = "";
    private String computed = "";
    private long rows;

    Verification(Codes codes, Findings findings) {
        this.codes = codes;
        this.findings = findings;
    }

    /// The next seal, in the order of positions.
    void next(Sealed seal) {
        rows++;
        boolean gap = isAfterGap(seal);
        String own = check(seal);
        String expected = links.after(link, seal, seal.digest());
        if (!gap && !fits(seal, own, expected)) {
            findings.add(
                    Kind.REORDERED,
                    seal.position(),
                    seal.entry(),
                    "the seal does not follow from the one before: it was changed, or put in another place.");
        }
        position = seal.position();
        computed = expected;
        link = seal.link();
    }

    private boolean fits(Sealed seal, String own, String expected) {
        return seal.link().equals(expected)
                || seal.link().equals(links.after(link, seal, own))
                || (!computed.equals(link) && seal.link().equals(links.after(computed, seal, seal.digest())));
    }

    private boolean isAfterGap(Sealed seal) {
        long wanted = position + 1;
        if (seal.position() == wanted) {
            return false;
        }
        if (seal.position() < wanted) {
            findings.add(Kind.INSERTED, seal.position(), seal.entry(), "another seal stands at this place too.");
        } else {
            String what = seal.position() - 1 == wanted
                    ? "the seal is gone."
                    : "the seals from here to position " + (seal.position() - 1) + " are gone.";
            findings.add(Kind.REMOVED, wanted, what);
        }
        return true;
    }

    /// Compares what is sealed with its digest, and returns the digest that it has now.
    private String check(Sealed seal) {
        if (seal.text() == null) {
            checkGone(seal);
            return seal.digest();
        }
        String own = links.digest(seal.text());
        Optional<SealedText> text = SealedText.read(seal.text());
        String forged = text.map(codes::forged).orElse("");
        if (!own.equals(seal.digest())) {
            findings.add(Kind.CHANGED, seal.position(), seal.entry(), changed(seal, own, forged));
        } else if (seal.blanked()) {
            findings.add(Kind.CHANGED, seal.position(), seal.entry(), "a field is empty that never is.");
        } else if (text.isEmpty()) {
            findings.add(
                    Kind.CHANGED,
                    seal.position(),
                    seal.entry(),
                    "a field holds a separator, which Witan never writes.");
        } else if (!forged.isEmpty()) {
            findings.add(
                    Kind.FORGED,
                    seal.position(),
                    seal.entry(),
                    forged + " does not bear the code of the key: not written by Witan, or changed and sealed anew.");
        }
        if (text.isPresent() && !text.get().entry().equals(seal.entry())) {
            findings.add(Kind.CHANGED, seal.position(), seal.entry(), "the seal names another entry than it seals.");
        }
        return own;
    }

    private void checkGone(Sealed seal) {
        if (links.digestOfNothing(seal.entry()).equals(seal.digest())) {
            findings.add(
                    Kind.REMOVED_BEFORE_SEALING,
                    seal.position(),
                    seal.entry(),
                    "it was committed, and gone before it could be sealed.");
        } else {
            findings.add(Kind.REMOVED, seal.position(), seal.entry(), seal.gone() + " gone; the seal is left.");
        }
    }

    private String changed(Sealed seal, String own, String forged) {
        if (seal.link().equals(links.after(link, seal, own))) {
            return "the digest in the seal was changed.";
        }
        if (!forged.isEmpty()) {
            return forged + " was changed.";
        }
        return codes.known()
                ? "agency, role or transaction of the entry was changed, or the seal belongs to another entry."
                : "the entry or its outcome was changed.";
    }

    /// A signed head at the place that was just passed.
    void head(Head head) {
        if (head.position() == position && !head.link().equals(link)) {
            findings.add(
                    Kind.HEAD,
                    position,
                    "another head was signed here: the head was changed, or an entry up to here and then the chain.");
        }
    }

    long position() {
        return position;
    }

    long rows() {
        return rows;
    }

    String link() {
        return link;
    }
}
