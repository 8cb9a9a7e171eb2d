package org.lecturehalls.samplecity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lecturehalls.divisions.DivisionName;
import org.lecturehalls.halls.HallIntake;
import org.lecturehalls.halls.HallType;

/**
 * Where the halls are: one in each county, township and village, the rest in schools, markets and enterprises; practice bases
 * besides.
 */
final class HallPlan {

    private static final List<String> ELSEWHERE = List.of("中心小学", "初级中学", "农贸市场", "糖厂", "芒果产业园", "铝业公司", "茶厂");
    private static final List<String> BASES = List.of("芒果示范园", "桑蚕基地", "油茶基地", "革命旧址", "山歌传承基地", "果蔬合作社");
    private static final List<String> EQUIPMENT = List.of("投影仪", "音响", "远程教育终端", "图书角", "舞台");

    private final CitySize size;
    private final Map<String, String> names = new HashMap<>();
    private final List<DivisionName> sites;
    private final List<DivisionName> townships;
    private final Map<String, Integer> numbers = new HashMap<>();

    /** @param divisions of one city, the city itself left out */
    HallPlan(CitySize size, List<DivisionName> divisions) {
        this.size = size;
        this.sites = divisions;
        this.townships = divisions.stream()
                .filter(division -> division.code().value().length() == 9)
                .toList();
        divisions.forEach(division -> names.put(division.code().value(), plain(division.name())));
    }

    /** Halls first, then bases. */
    List<HallIntake.Entry> halls() {
        List<HallIntake.Entry> halls = new ArrayList<>();
        evenly(sites, Math.min(size.halls(), sites.size()))
                .forEach(site -> halls.add(hall(site, called(site) + "讲习所", HallType.HALL)));
        int elsewhere = size.halls() - halls.size();
        IntStream.range(0, elsewhere).forEach(index -> halls.add(elsewhere(index, ELSEWHERE, "讲习所", HallType.HALL)));
        IntStream.range(0, size.bases())
                .forEach(index -> halls.add(elsewhere(index, BASES, "教学实践基地", HallType.PRACTICE_BASE)));
        return halls;
    }

    /** Each so-many-th, so that a part of a city has something of each corner. */
    private static Stream<DivisionName> evenly(List<DivisionName> all, int wanted) {
        return IntStream.range(0, wanted).mapToObj(index -> all.get((int) ((long) index * all.size() / wanted)));
    }

    private HallIntake.Entry elsewhere(int index, List<String> places, String suffix, HallType type) {
        DivisionName township = townships.get(index * 7 % townships.size());
        String place = places.get(index % places.size());
        int again = index / townships.size();
        String which = again == 0 ? "" : "第" + "二三四五".charAt(again - 1);
        return hall(township, called(township) + which + place + suffix, type);
    }

    private HallIntake.Entry hall(DivisionName site, String name, HallType type) {
        String county = site.code().value().substring(0, 6);
        int number = numbers.merge(county + type, 1, Integer::sum);
        String code = String.format(Locale.ROOT, type == HallType.HALL ? "%s-%03d" : "%s-B%02d", county, number);
        SplittableRandom random = new SplittableRandom(code.hashCode());
        MapPoint point = MapPoint.in(site.code());
        return new HallIntake.Entry(
                "sample-hall-" + code.toLowerCase(Locale.ROOT),
                code,
                name,
                type,
                site.code(),
                address(site),
                point.latitude(),
                point.longitude(),
                60 + 10 * random.nextInt(20),
                EQUIPMENT.subList(0, 1 + random.nextInt(EQUIPMENT.size())));
    }

    private String address(DivisionName site) {
        String code = site.code().value();
        return IntStream.of(6, 9, 12)
                .filter(length -> length <= code.length())
                .mapToObj(length -> names.getOrDefault(code.substring(0, length), ""))
                .reduce("", String::concat);
    }

    /** With the township before a village, since villages of one county share names. */
    private String called(DivisionName site) {
        String code = site.code().value();
        String before = code.length() == 12 ? names.getOrDefault(code.substring(0, 9), "") : "";
        return before + plain(site.name());
    }

    private static String plain(String name) {
        return name.replaceFirst("(村民委员会|居民委员会|村委会|居委会|委会)$", "");
    }
}
