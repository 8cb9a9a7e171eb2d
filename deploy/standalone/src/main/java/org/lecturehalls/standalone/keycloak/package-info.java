/** The sign-in server: built once, started, and its realm kept fitting. */
@NullMarked
package org.lecturehalls.standalone.keycloak;

import org.jspecify.annotations.NullMarked;
