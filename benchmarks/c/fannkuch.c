#include "timing.h"

static void run(long n) {
    long *permutation = malloc(n * sizeof(long)), *flipped = malloc(n * sizeof(long)), *count = malloc(n * sizeof(long));
    for (long i = 0; i < n; i++)
        permutation[i] = i;
    long most_flips = 0, checksum = 0, r = n;
    int even = 1;
    for (;;) {
        while (r != 1) {
            count[r - 1] = r;
            r--;
        }
        if (permutation[0] != 0) {
            for (long i = 0; i < n; i++)
                flipped[i] = permutation[i];
            long flips = 0, first = flipped[0];
            while (first != 0) {
                for (long low = 0, high = first; low < high; low++, high--) {
                    long swap = flipped[low];
                    flipped[low] = flipped[high];
                    flipped[high] = swap;
                }
                flips++;
                first = flipped[0];
            }
            if (flips > most_flips)
                most_flips = flips;
            checksum += even ? flips : -flips;
        }
        even = !even;
        for (;;) {
            if (r == n) {
                printf("%ld Pfannkuchen(%ld) = %ld\n", checksum, n, most_flips);
                return;
            }
            long head = permutation[0];
            for (long i = 0; i < r; i++)
                permutation[i] = permutation[i + 1];
            permutation[r] = head;
            if (--count[r] > 0)
                break;
            r++;
        }
    }
}
