package org.lecturehalls.worker.document.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Visits every dictionary of a PDF once. Keeps its own stack, since nesting can be deeper than Java's. */
final class ObjectWalk {

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> waiting = new ArrayDeque<>();
    private final Consumer<COSDictionary> visitor;

    private ObjectWalk(Consumer<COSDictionary> visitor) {
        this.visitor = visitor;
    }

    static void over(PDDocument document, Consumer<COSDictionary> visitor) throws IOException {
        ObjectWalk walk = new ObjectWalk(visitor);
        COSDocument objects = document.getDocument();
        walk.from(objects.getTrailer());
        for (COSObjectKey key : List.copyOf(objects.getXrefTable().keySet())) {
            walk.from(objects.getObjectFromPool(key));
        }
    }

    private void from(COSBase root) {
        add(root);
        while (!waiting.isEmpty()) {
            COSBase next = waiting.pop();
            if (next instanceof COSDictionary dictionary) {
                visitor.accept(dictionary);
                dictionary.getValues().forEach(this::add);
            } else if (next instanceof COSArray array) {
                array.forEach(this::add);
            }
        }
    }

    private void add(COSBase value) {
        COSBase object = value instanceof COSObject reference ? reference.getObject() : value;
        boolean holds = object instanceof COSDictionary || object instanceof COSArray;
        if (holds && seen.add(object)) {
            waiting.push(object);
        }
    }
}
