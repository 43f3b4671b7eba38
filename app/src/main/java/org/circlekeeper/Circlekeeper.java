package org.circlekeeper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Circlekeeper {

    public static void main(String[] args) {
        SpringApplication.run(Circlekeeper.class, args);
    }
}
