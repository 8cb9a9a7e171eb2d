package org.lecturehalls.persons;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field of stored documents that holds a user id, and what becomes of it.
 *
 * @param path of the user id in its document
 * @param list path of the list that it stands in; null when there is at most one in a document
 * @param outer path of the list whose members have that list; null when it is the document's own
 * @param prefix what stands before the id
 * @param shown further fields of the document that the person is shown
 * @param blanked fields beside the id that say who the person is
 */
public record PersonalField(
        String collection,
        String path,
        @Nullable String list,
        @Nullable String outer,
        String prefix,
        List<String> shown,
        List<String> blanked,
        Ending ending) {

    /** What is done with the id when the person is to be forgotten. */
    public enum Ending {
        /** Another one, of nobody, takes its place. */
        REPLACE,
        /** Nothing takes its place. */
        UNSET,
        /** The whole document goes. */
        REMOVE
    }

    /** Is replaced, unless said otherwise. */
    public static PersonalField at(String collection, String path) {
        return new PersonalField(collection, path, null, null, "", List.of(), List.of(), Ending.REPLACE);
    }

    /** The id is a member of a list, or a field of a list's members. */
    public PersonalField inList(String path) {
        return new PersonalField(collection, this.path, path, null, prefix, shown, blanked, ending);
    }

    /** As {@link #inList}, and that list is a field of another one's members. */
    public PersonalField inListOf(String outerPath, String name) {
        var inner = outerPath + "." + name;
        return new PersonalField(collection, path, inner, outerPath, prefix, shown, blanked, ending);
    }

    public PersonalField prefixed(String before) {
        return new PersonalField(collection, path, list, outer, before, shown, blanked, ending);
    }

    public PersonalField showing(String... paths) {
        return new PersonalField(collection, path, list, outer, prefix, List.of(paths), blanked, ending);
    }

    /** @param names fields beside the id, in the same object */
    public PersonalField blanking(String... names) {
        return new PersonalField(collection, path, list, outer, prefix, shown, List.of(names), ending);
    }

    public PersonalField ending(Ending wanted) {
        return new PersonalField(collection, path, list, outer, prefix, shown, blanked, wanted);
    }

    String name() {
        return collection + "." + path;
    }

    /** The path of the id inside a member of the list; null when the member is the id itself or there is no list. */
    @Nullable
    String pathInMember() {
        return list == null || list.equals(path) ? null : path.substring(list.length() + 1);
    }

    /** The path by which an update reaches the id. */
    String target() {
        var inMember = pathInMember();
        if (list == null) {
            return path;
        }
        var members = outer == null ? list : outer + ".$[has]" + list.substring(outer.length());
        return inMember == null ? members + ".$[one]" : members + ".$[one]." + inMember;
    }

    /** The path by which an update reaches a field beside the id. */
    String beside(String name) {
        var target = target();
        var dot = target.lastIndexOf('.');
        return dot < 0 ? name : target.substring(0, dot + 1) + name;
    }

    /** What the filter of the outer list's members compares, so that only those are touched that name the person. */
    String filteredOuter() {
        return outer == null ? "" : "has." + path.substring(outer.length() + 1);
    }

    /** What the filter of the list's members compares. */
    String filtered() {
        return Objects.requireNonNullElse(pathInMember(), "").isEmpty() ? "one" : "one." + pathInMember();
    }
}
