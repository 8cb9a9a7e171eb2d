package org.lecturehalls.competitions.panel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/**
 * Gives each entry its judges by a minimum-cost flow (Ahuja, Magnanti, Orlin, "Network Flows", 1993): one unit flows
 * from the source over a judge to an entry for each sheet that is to be written. A judge's first sheets, as many as
 * everybody can have, cost nothing, one more a little, and each further one much more, so that loads stay within one of
 * each other whenever the conflicts let them. A judge who knows the category costs less than one who does not. What no
 * judge may take flows from nobody, at a price above everything else.
 */
public final class JudgeAssignment {

    private static final int STRANGER = 1;
    private static final int ONE_MORE = 1_000;
    private static final int TOO_MANY = 1_000_000;
    private static final int NOBODY = 100_000_000;

    /** Beyond so many above the mean a further sheet costs no more. */
    private static final int STEPS = 6;

    private static final String SOURCE = "source";

    private final List<PanelJudge> judges;
    private final List<PanelEntry> entries;
    private final int perEntry;
    private final Graph<String, DefaultWeightedEdge> graph =
            new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    private final Map<DefaultWeightedEdge, Integer> capacities = new LinkedHashMap<>();
    private final Map<DefaultWeightedEdge, String[]> sheets = new LinkedHashMap<>();

    private JudgeAssignment(List<PanelJudge> judges, List<PanelEntry> entries, int perEntry) {
        this.judges =
                judges.stream().sorted(Comparator.comparing(PanelJudge::id)).toList();
        this.entries =
                entries.stream().sorted(Comparator.comparing(PanelEntry::id)).toList();
        this.perEntry = perEntry;
    }

    /**
     * Assigns. The same input gives the same panels.
     *
     * @param perEntry how many judges an entry is to have; above zero
     */
    public static Panels of(List<PanelJudge> judges, List<PanelEntry> entries, int perEntry) {
        return new JudgeAssignment(judges, entries, perEntry).solve();
    }

    private Panels solve() {
        graph.addVertex(SOURCE);
        judges.forEach(this::addJudge);
        entries.forEach(this::addEntry);
        Map<DefaultWeightedEdge, Double> flow = new CapacityScalingMinimumCostFlow<String, DefaultWeightedEdge>()
                .getMinimumCostFlow(
                        new MinimumCostFlowProblem.MinimumCostFlowProblemImpl<>(graph, this::supply, capacities::get))
                .getFlowMap();
        Map<String, List<String>> given = new TreeMap<>();
        entries.forEach(entry -> given.put(entry.id(), new ArrayList<>()));
        sheets.forEach((edge, sheet) -> {
            if (flow.getOrDefault(edge, 0.0) > 0.5) {
                given.getOrDefault(sheet[1], new ArrayList<>()).add(sheet[0]);
            }
        });
        Overlap overlap = new Overlap(given, byId(entries, PanelEntry::id));
        overlap.connect();
        return panels(overlap);
    }

    private Integer supply(String vertex) {
        if (vertex.equals(SOURCE)) {
            return entries.size() * perEntry;
        }
        return vertex.startsWith("e:") ? -perEntry : 0;
    }

    private void addJudge(PanelJudge judge) {
        graph.addVertex(in(judge));
        int fair = entries.size() * perEntry / judges.size();
        if (fair > 0) {
            edge(SOURCE, in(judge), fair, 0);
        }
        for (int step = 0; step < STEPS; step++) {
            String lane = "l:" + step + ":" + judge.id();
            graph.addVertex(lane);
            boolean last = step == STEPS - 1;
            edge(SOURCE, lane, last ? entries.size() : 1, step == 0 ? ONE_MORE : step * TOO_MANY);
            edge(lane, in(judge), last ? entries.size() : 1, 0);
        }
    }

    private void addEntry(PanelEntry entry) {
        String vertex = "e:" + entry.id();
        graph.addVertex(vertex);
        edge(SOURCE, vertex, perEntry, NOBODY);
        for (PanelJudge judge : judges) {
            if (entry.takes(judge)) {
                int cost = judge.expertise().contains(entry.category()) ? 0 : STRANGER;
                sheets.put(edge(in(judge), vertex, 1, cost), new String[] {judge.id(), entry.id()});
            }
        }
    }

    private static String in(PanelJudge judge) {
        return "j:" + judge.id();
    }

    private DefaultWeightedEdge edge(String from, String to, int capacity, int cost) {
        DefaultWeightedEdge edge = graph.addEdge(from, to);
        graph.setEdgeWeight(edge, cost);
        capacities.put(edge, capacity);
        return edge;
    }

    private Panels panels(Overlap overlap) {
        Map<String, Integer> loads = new TreeMap<>();
        judges.forEach(judge -> loads.put(judge.id(), 0));
        overlap.judges().values().forEach(panel -> panel.forEach(judge -> loads.merge(judge, 1, Integer::sum)));
        List<Panels.Shortfall> shortfalls = overlap.judges().entrySet().stream()
                .filter(each -> each.getValue().size() < perEntry)
                .map(each -> new Panels.Shortfall(
                        each.getKey(), perEntry, each.getValue().size()))
                .toList();
        return new Panels(overlap.judges(), loads, shortfalls, overlap.groups());
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        Map<String, T> byId = new TreeMap<>();
        all.forEach(each -> byId.put(id.apply(each), each));
        return byId;
    }
}
