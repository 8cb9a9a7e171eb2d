package org.lecturehalls.campaigns;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells how far campaigns have come, from the cells, and leads from each number to the sessions behind it. */
@Service
class CampaignProgress {

    private static final int COUNTY_DIGITS = 6;

    private final Campaigns campaigns;
    private final CampaignCells cells;

    CampaignProgress(Campaigns campaigns, CampaignCells cells) {
        this.campaigns = campaigns;
        this.cells = cells;
    }

    /** @param target null when the county has no part of its own */
    record Line(String county, @Nullable CampaignTarget target, CampaignFigures figures) {}

    /**
     * @param counties those inside the reader's region
     * @param countedAt when it was last counted from the sessions; null when that is still to be done
     */
    record Progress(
            CampaignTarget target,
            CampaignFigures figures,
            List<Line> counties,
            @Nullable Instant countedAt) {}

    Mono<Progress> of(String id, CurrentUser user) {
        return campaigns
                .get(id, user)
                .zipWhen(campaign -> cells.sums(id).collectList())
                .map(both -> progress(both.getT1(), both.getT2(), user));
    }

    private static Progress progress(Campaign campaign, List<CampaignCell> sums, CurrentUser user) {
        var targets = new TreeMap<String, CampaignTarget>();
        var figures = new TreeMap<String, CampaignFigures>();
        for (var county : campaign.counties()) {
            targets.put(county.county().value(), county.target());
            figures.put(county.county().value(), CampaignFigures.NONE);
        }
        sums.forEach(cell -> figures.merge(cell.countyMonth().county().value(), cell.figures(), CampaignFigures::plus));
        var lines = figures.entrySet().stream()
                .filter(each -> user.mayActIn(new RegionCode(each.getKey())))
                .map(each -> new Line(each.getKey(), targets.get(each.getKey()), each.getValue()))
                .toList();
        var all = figures.values().stream().reduce(CampaignFigures.NONE, CampaignFigures::plus);
        return new Progress(campaign.target(), all, lines, campaign.countedAt());
    }

    /** A page of the sessions of a region, county by county and in order of time. */
    Mono<Page<CountedSession>> sessions(String id, RegionCode region, PageQuery page, CurrentUser user) {
        var after = page.after();
        return campaigns
                .get(id, user)
                .flatMap(campaign ->
                        sessions(campaign, region, after).take(page.readLimit()).collectList())
                .map(read -> Page.of(read, page, CampaignProgress::cursor))
                .map(found -> found.map(Placed::session));
    }

    /** All sessions of a region, county by county and in order of time. */
    Flux<CountedSession> allSessions(Campaign campaign, RegionCode region) {
        return sessions(campaign, region, null).map(Placed::session);
    }

    private record Placed(String cellId, CountedSession session) {}

    private Flux<Placed> sessions(Campaign campaign, RegionCode region, @Nullable Cursor after) {
        var county = county(region);
        var first = after == null ? campaign.id() + ":" + county : after.value(0);
        return cells.from(campaign.id(), county, first)
                .concatMapIterable(cell -> cell.sessions().stream()
                        .map(session -> new Placed(cell.id(), session))
                        .toList())
                .filter(placed -> region.contains(placed.session().region()))
                .filter(placed -> after == null || isAfter(placed, after));
    }

    /** The county of a township or village; a larger region is itself. */
    private static RegionCode county(RegionCode region) {
        var digits = Math.min(COUNTY_DIGITS, region.value().length());
        return new RegionCode(region.value().substring(0, digits));
    }

    private static boolean isAfter(Placed placed, Cursor after) {
        if (!placed.cellId().equals(after.value(0))) {
            return true;
        }
        var order = placed.session().startsAt().compareTo(after.millis(1));
        return order > 0 || order == 0 && placed.session().sessionId().compareTo(after.value(2)) > 0;
    }

    private static Cursor cursor(Placed last) {
        var start = Long.toString(last.session().startsAt().toEpochMilli());
        return Cursor.of(last.cellId(), start, last.session().sessionId());
    }
}
