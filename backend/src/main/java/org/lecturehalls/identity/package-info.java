/** Who is asking and what they may do: the only place that knows Keycloak and its tokens. */
@NullMarked
package org.lecturehalls.identity;

import org.jspecify.annotations.NullMarked;
