package org.lecturehalls.persons;

import java.util.stream.Collectors;

/** Says in plain text what is kept about a person, for reading rather than for programs. */
final class ReadableExport {

    private ReadableExport() {}

    static String of(Persons.Everything everything) {
        var text = new StringBuilder("讲习所平台保存的个人信息\n导出时间：" + everything.exportedAt() + "\n\n账号\n");
        everything.account().forEach((name, value) -> text.append(line(name, value)));
        for (var part : everything.parts()) {
            text.append("\n\n")
                    .append(part.capability())
                    .append("（")
                    .append(part.items().size())
                    .append(" 条）\n");
            text.append(part.items().stream().map(ReadableExport::item).collect(Collectors.joining("\n")));
        }
        return text.append('\n').toString();
    }

    private static String item(PersonalItem item) {
        return item.fields().entrySet().stream()
                .map(each -> line(each.getKey(), each.getValue()))
                .collect(Collectors.joining("", "- " + item.kind() + "\n", ""));
    }

    private static String line(String name, String value) {
        return "  " + name + "：" + value + "\n";
    }
}
