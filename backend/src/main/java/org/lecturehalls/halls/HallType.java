package org.lecturehalls.halls;

/** Kinds of places where lectures are held. */
public enum HallType {
    /** A fixed lecture hall (讲习所). */
    HALL,
    /** A market, square or park where the mobile classroom stops. */
    MOBILE_STOP,
    /** A teaching practice base (教学实践基地). */
    PRACTICE_BASE
}
