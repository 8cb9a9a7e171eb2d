/** What is kept about one person: handed out to that person, and forgotten. Each capability says what it keeps. */
@NullMarked
package org.lecturehalls.persons;

import org.jspecify.annotations.NullMarked;
