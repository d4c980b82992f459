package org.sekisho.seal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.sekisho.testing.ProductNode;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** A node that writes and seals as fast as it can until it is killed. It says each number once the event has been committed. */
final class SealingNode {

    static final String WRITTEN = "written ";
    static final String SEALED = "sealed ";

    private SealingNode() {}

    /** @param arguments the directory of the database, and the first number to write */
    public static void main(String[] arguments) {
        ConfigurableApplicationContext node = ProductNode.start(Path.of(arguments[0]));
        Thread writer = new Thread(() -> write(node, Integer.parseInt(arguments[1])), "writer");
        writer.setDaemon(true);
        writer.start();
        Sealer sealer = node.getBean(Sealer.class);
        while (true) {
            int blocks = sealer.seal();
            if (blocks > 0) {
                System.out.println(SEALED + blocks);
            }
        }
    }

    private static void write(BeanFactory node, int first) {
        AuditTrail trail = node.getBean(AuditTrail.class);
        for (int number = first; true; number++) {
            trail.record(
                    "test.happened",
                    Optional.empty(),
                    Optional.empty(),
                    "done",
                    Map.of("number", Integer.toString(number)));
            System.out.println(WRITTEN + number);
        }
    }
}
