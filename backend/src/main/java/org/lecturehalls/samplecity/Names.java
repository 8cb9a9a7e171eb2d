package org.lecturehalls.samplecity;

import java.util.random.RandomGenerator;

/** Names of people as they are usual between the Right River and the karst. Made up; who bears one is not meant. */
final class Names {

    /** Earlier ones are commoner. */
    private static final String FAMILY = "黄韦李农陆罗梁覃岑潘班廖谭莫蒙卢凌许周陈王张杨刘何邓";

    private static final String FIRST = "秀建美志春国桂文玉海兰明金永丽振彩正荣小";
    private static final String SECOND = "兰华英强梅军芳林珍平花勇娟辉莲东凤生琴山";

    private Names() {}

    static String any(RandomGenerator random) {
        double rare = random.nextDouble() * random.nextDouble();
        String family = letter(FAMILY, (int) (rare * FAMILY.length()));
        String given = letter(FIRST, random.nextInt(FIRST.length()));
        return random.nextInt(6) == 0
                ? family + given
                : family + given + letter(SECOND, random.nextInt(SECOND.length()));
    }

    private static String letter(String of, int index) {
        return of.substring(index, index + 1);
    }
}
