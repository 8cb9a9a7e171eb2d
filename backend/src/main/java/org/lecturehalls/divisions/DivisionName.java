package org.lecturehalls.divisions;

import org.lecturehalls.regions.RegionCode;

/** A division's code and what it is called, for example {@code 451022101} and 平马镇. */
public record DivisionName(RegionCode code, String name) {}
