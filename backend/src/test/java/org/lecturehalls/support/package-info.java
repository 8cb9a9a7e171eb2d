/** What tests of every capability stand on: the whole backend on embedded parts, tokens for anybody, movable time. */
package org.lecturehalls.support;
