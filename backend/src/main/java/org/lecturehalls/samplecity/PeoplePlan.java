package org.lecturehalls.samplecity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.halls.HallIntake;
import org.lecturehalls.lecturers.LecturerIntake;
import org.lecturehalls.regions.RegionCode;

/** Lecturers, each at home in a hall, and teams in the counties, each led by one of its members. */
final class PeoplePlan {

    private static final List<String> KINDS = List.of("山歌", "理论", "农技", "法治", "红色故事", "健康", "文艺");

    /** Those of a team's county who are in it, at most. */
    private static final int MEMBERS = 9;

    private final List<LecturerIntake.Person> lecturers = new ArrayList<>();
    private final List<LecturerIntake.Group> teams = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** @param counties the name of each county by its code */
    PeoplePlan(CitySize size, List<HallIntake.Entry> halls, Map<String, String> counties) {
        Map<String, List<LecturerIntake.Person>> free = new HashMap<>();
        for (int index = 0; index < size.lecturers(); index++) {
            HallIntake.Entry home = halls.get((int) ((long) index * 17 % halls.size()));
            LecturerIntake.Person person = person(index, home);
            free.computeIfAbsent(person.region().value(), county -> new ArrayList<>())
                    .add(person);
        }
        List<String> byCounty = free.keySet().stream().sorted().toList();
        for (int index = 0; index < size.teams(); index++) {
            String county = byCounty.get(index % byCounty.size());
            addTeam(county, counties.getOrDefault(county, ""), free.get(county), index / byCounty.size());
        }
        free.values().forEach(lecturers::addAll);
        lecturers.sort((one, other) -> one.number().compareTo(other.number()));
    }

    List<LecturerIntake.Person> lecturers() {
        return List.copyOf(lecturers);
    }

    List<LecturerIntake.Group> teams() {
        return List.copyOf(teams);
    }

    private LecturerIntake.Person person(int index, HallIntake.Entry home) {
        String county = home.region().value().substring(0, 6);
        String number = String.format(Locale.ROOT, "L-%s-%04d", county, numbers.merge(county, 1, Integer::sum));
        Subject subject = Subject.nth(index);
        return new LecturerIntake.Person(
                "sample-" + number.toLowerCase(Locale.ROOT),
                number,
                Names.any(new SplittableRandom(number.hashCode())),
                new RegionCode(county),
                index,
                List.of(
                        subject.label(),
                        subject.topics().get(index % subject.topics().size())),
                home.id(),
                null);
    }

    /** The first who are free form the team, and the very first leads it; a county that has run out has no more teams. */
    private void addTeam(String county, String name, @Nullable List<LecturerIntake.Person> free, int index) {
        if (free == null || free.isEmpty()) {
            return;
        }
        String number = String.format(Locale.ROOT, "T-%s-%02d", county, index + 1);
        String id = "sample-" + number.toLowerCase(Locale.ROOT);
        String kind = KINDS.get(index % KINDS.size());
        String which = index < KINDS.size() ? "" : "第" + "二三四".charAt(index / KINDS.size() - 1);
        List<LecturerIntake.Person> members = free.subList(0, Math.min(MEMBERS, free.size()));
        teams.add(new LecturerIntake.Group(
                id,
                number,
                name + which + kind + "讲习队",
                new RegionCode(county),
                members.get(0).id()));
        members.forEach(member -> lecturers.add(inTeam(member, id)));
        members.clear();
    }

    private static LecturerIntake.Person inTeam(LecturerIntake.Person person, String team) {
        return new LecturerIntake.Person(
                person.id(),
                person.number(),
                person.name(),
                person.region(),
                person.kind(),
                person.subjects(),
                person.homeHallId(),
                team);
    }
}
