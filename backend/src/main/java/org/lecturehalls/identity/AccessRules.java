package org.lecturehalls.identity;

import java.util.List;

/** Who may use a capability's endpoints: one bean for each capability. What no rule names is denied. */
@FunctionalInterface
public interface AccessRules {

    /** In any order: the more specific path wins. */
    List<AccessRule> rules();
}
