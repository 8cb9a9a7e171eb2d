package org.lecturehalls.campaigns;

import org.lecturehalls.regions.RegionCode;

/** One county's part of what is aimed at. */
record CountyTarget(RegionCode county, CampaignTarget target) {}
