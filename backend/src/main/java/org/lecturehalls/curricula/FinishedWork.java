package org.lecturehalls.curricula;

import org.lecturehalls.regions.RegionCode;

/**
 * Something that was finished elsewhere and becomes a course of one lesson.
 *
 * @param id names the work; the course has the same id, so that a work becomes one course only
 * @param ownerId whose course it will be
 * @param region officers of this region decide about the course
 */
public record FinishedWork(
        String id,
        String title,
        String summary,
        String mediaAssetId,
        String ownerId,
        String ownerName,
        RegionCode region) {}
