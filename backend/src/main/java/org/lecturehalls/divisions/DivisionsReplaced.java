package org.lecturehalls.divisions;

import java.util.Set;

/**
 * Records were carried over to the codes that took the place of others. May be told more than once.
 *
 * @param codes the new ones
 */
public record DivisionsReplaced(Set<String> codes) {}
