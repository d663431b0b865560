#include <math.h>
#include "timing.h"

typedef struct { double x, y, z, vx, vy, vz, mass; } Body;

#define PI 3.141592653589793
#define SOLAR_MASS (4.0 * PI * PI)
#define DAYS 365.24
#define COUNT 5

static Body *body(double x, double y, double z, double vx, double vy, double vz, double mass) {
    Body *b = malloc(sizeof *b);
    *b = (Body){x, y, z, vx * DAYS, vy * DAYS, vz * DAYS, mass * SOLAR_MASS};
    return b;
}

static void advance(Body **bodies, double step) {
    for (int i = 0; i < COUNT; i++) {
        Body *a = bodies[i];
        for (int j = i + 1; j < COUNT; j++) {
            Body *b = bodies[j];
            double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
            double squared = dx * dx + dy * dy + dz * dz;
            double magnitude = step / (squared * sqrt(squared));
            a->vx -= dx * b->mass * magnitude;
            a->vy -= dy * b->mass * magnitude;
            a->vz -= dz * b->mass * magnitude;
            b->vx += dx * a->mass * magnitude;
            b->vy += dy * a->mass * magnitude;
            b->vz += dz * a->mass * magnitude;
        }
    }
    for (int i = 0; i < COUNT; i++) {
        Body *b = bodies[i];
        b->x += step * b->vx;
        b->y += step * b->vy;
        b->z += step * b->vz;
    }
}

static double energy(Body **bodies) {
    double total = 0.0;
    for (int i = 0; i < COUNT; i++) {
        Body *a = bodies[i];
        total += 0.5 * a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
        for (int j = i + 1; j < COUNT; j++) {
            Body *b = bodies[j];
            double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
            total -= a->mass * b->mass / sqrt(dx * dx + dy * dy + dz * dz);
        }
    }
    return total;
}

static void run(long steps) {
    Body *bodies[COUNT] = {
        body(0, 0, 0, 0, 0, 0, 1.0),
        body(4.84143144246472090, -1.16032004402742839, -0.103622044471123109, 0.00166007664274403694,
             0.00769901118419740425, -0.0000690460016972063023, 0.000954791938424326609),
        body(8.34336671824457987, 4.12479856412430479, -0.403523417114321381, -0.00276742510726411499,
             0.00499852801234917238, 0.0000230417297573763929, 0.000285885980666130812),
        body(12.8943695621391310, -15.1111514016986312, -0.223307578892655734, 0.00296460137564761618,
             0.00237847173959480950, -0.0000296589568540237556, 0.0000436624404335156298),
        body(15.3796971148509165, -25.9193146099879641, 0.179258772950371181, 0.00268067772490389322,
             0.00162824170038242295, -0.0000951592254519715870, 0.0000515138902046611451),
    };
    double px = 0, py = 0, pz = 0;
    for (int i = 0; i < COUNT; i++) {
        px += bodies[i]->vx * bodies[i]->mass;
        py += bodies[i]->vy * bodies[i]->mass;
        pz += bodies[i]->vz * bodies[i]->mass;
    }
    bodies[0]->vx = -px / SOLAR_MASS;
    bodies[0]->vy = -py / SOLAR_MASS;
    bodies[0]->vz = -pz / SOLAR_MASS;
    double before = energy(bodies);
    for (long i = 0; i < steps; i++)
        advance(bodies, 0.01);
    printf("%.9f %.9f\n", before, energy(bodies));
}
