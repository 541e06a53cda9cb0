package org.witan.access.trail;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.witan.access.trail.Finding.Kind;

/// Takes seals and heads in their order, from the database or an export, and holds them to each other, to the key, and
/// to the heads that were kept beside the database.
final class ChainCheck implements TrailRows.Reader {
    private final Verification chain;
    private final HeadsBeside beside;
    private final @Nullable HeadKey key;
    private final Findings findings;

    private long formerHead;
    private @Nullable Head lastHead;
    private long heads;

    ChainCheck(Codes codes, @Nullable HeadKey key, HeadsBeside beside, Findings findings) {
        this.chain = new Verification(codes, findings);
        this.beside = beside;
        this.key = key;
        this.findings = findings;
    }

    @Override
    public void seal(Sealed seal) throws IOException {
        besideUpTo(seal.position() - 1);
        chain.next(seal);
    }

    /// A head that is kept with the chain.
    @Override
    public void head(Head head) {
        heads++;
        if (head.former() != formerHead) {
            findings.add(
                    Kind.REMOVED,
                    head.position(),
                    "the head before this one was signed at position " + head.former()
                            + "; it is gone or was changed.");
        }
        formerHead = head.position();
        lastHead = head;
        signature(head, "the head");
        if (head.position() > chain.position()) {
            cutOff(head);
        } else {
            chain.head(head);
        }
    }

    /// After the last seal and head.
    void end() throws IOException {
        besideUpTo(Long.MAX_VALUE);
    }

    private void besideUpTo(long position) throws IOException {
        for (Head kept = beside.upTo(position); kept != null; kept = beside.upTo(position)) {
            beside(kept);
        }
    }

    private void beside(Head kept) {
        signature(kept, "the head in the file");
        if (kept.position() > chain.position()) {
            cutOff(kept);
            return;
        }
        chain.head(kept);
        if (lastHead == null || lastHead.position() != kept.position()) {
            findings.add(Kind.REMOVED, kept.position(), "the file has a head here that is gone from the trail.");
        } else if (!lastHead.equals(kept)) {
            findings.add(Kind.HEAD, kept.position(), "the head is not the one in the file.");
        }
    }

    private void cutOff(Head head) {
        findings.add(
                Kind.CUT_OFF,
                head.position(),
                "a head was signed here on " + head.at() + ", but the chain ends at position " + chain.position()
                        + ".");
    }

    private void signature(Head head, String what) {
        if (key != null && !head.isSignedWith(key)) {
            findings.add(Kind.HEAD, head.position(), what + " is not signed with the key " + key.name() + ".");
        }
    }

    Verification chain() {
        return chain;
    }

    long heads() {
        return heads;
    }
}
